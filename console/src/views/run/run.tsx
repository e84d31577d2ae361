const View = () => <h1>x</h1>; export default View;
